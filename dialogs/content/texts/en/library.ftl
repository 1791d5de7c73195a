# What a client opens of their own accord.

library-card = What might do you good right now?
library-name_craving_now = Help for this moment
library-name_urge_surfing = Ride it like a wave
library-name_breathing = Slow breathing
library-name_grounding = The five senses
library-name_meditation = Three quiet minutes
library-name_movement = A little movement
library-name_refusal = Practise saying no
library-name_thought_record = Look at a thought
library-name_skills = One small skill
library-name_diary_card = Diary card
library-name_gratitude = One good thing
library-name_journal = Journal
library-name_rulers = How ready am I?
library-name_lapse = I drank or used
library-moved = Done. I go by the clock in { $place } now. It is { $time } there.
library-moves_later = All right. On { $day } I ask you again, and then everything moves with you.
library-safety_saved = Saved. /sos shows these steps from now on.
library-safety_stays = All right. Everything stays as it was.
