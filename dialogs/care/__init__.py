"""What this clinic means by people, plan, warning sign, ladder, consent, rhythm and progress."""
