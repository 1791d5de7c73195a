"""What clinicians edit without touching Python: dialogs, texts, rules and lines."""
