# The safety plan: six steps, in the order in which they are taken.

safety_plan-hello = This is your plan for the worst moments: six short steps. Type each one new, one thing a line, or tap Skip to leave it as it is.
safety_plan-show_signs = Now it says:
    { $now_signs }
safety_plan-signs = Step 1 of 6, my signs. What tells you that a hard moment is near? A thought, a feeling, something you do.
    .short = 1 My signs
safety_plan-show_alone = Now it says:
    { $now_alone }
safety_plan-alone = Step 2 of 6, on my own. What can you do by yourself to get through the next minutes?
    .short = 2 On my own
safety_plan-show_places = Now it says:
    { $now_places }
safety_plan-places = Step 3 of 6, places and company. Where can you go, and who takes your mind off it?
    .short = 3 Places and company
safety_plan-show_people = Now it says:
    { $now_people }
safety_plan-people = Step 4 of 6, people I tell. Whom can you ask for help? Add a number if you like.
    .short = 4 People I tell
safety_plan-show_professionals = Now it says:
    { $now_professionals }
safety_plan-professionals = Step 5 of 6, professionals. Which doctor, counselor or line can you call?
    .short = 5 Professionals
safety_plan-show_surroundings = Now it says:
    { $now_surroundings }
safety_plan-surroundings = Step 6 of 6, a safer place. What could be out of reach, and who could keep it for you?
    .short = 6 A safer place
safety_plan-whole = Here is what you wrote. A step you skipped stays as it was.
    .done = Save it
