# What a locked screen shows, how somebody may be reached, and words that prove us.

discreet-card = { $on ->
    [yes] Discreet mode is on. What I send unasked is covered until you tap it, also on a locked screen, and the menu of this chat is short.
   *[no] Discreet mode is off. A locked phone may show the beginning of what I send. Turned on, my words are covered until you tap them, and the menu of this chat is short.
    }
discreet-turn_on = Turn it on
discreet-turn_off = Turn it off
discreet-reach = { $reach ->
    [write] Your team may write to you, and does not call.
    [here] Your team reaches you in this chat only: no calls and no letters or messages elsewhere.
   *[call] Your team may call you.
    } In quiet hours I write nothing that you did not ask for: /times
discreet-reach_call = They may call me
discreet-reach_write = Write, don't call
discreet-reach_here = Only in this chat
discreet-reached = { $reach ->
    [here] Please reach { $name } in this chat only: no calls, nothing at home.
   *[write] Please write to { $name } and do not call.
    }
discreet-no_phrase = Your safe words: none. They can stand above everything your counselor sends you here, so that you know it is really from them.
discreet-phrase = Your safe words: "{ $phrase }". They stand above everything your counselor sends you here. If they are missing, it is not from us. Nobody here ever asks you for a password, a code or money.
discreet-proof = Your safe words: "{ $phrase }"
discreet-phrase_change = Choose safe words
discreet-phrase_proposed = How about "{ $phrase }"? Tell nobody: whoever knows them can look like your counselor.
discreet-phrase_keep = Keep these
discreet-phrase_another = Other words
discreet-phrase_none = No words
discreet-clear = Whoever can unlock your phone can read this chat, whatever is set here. If somebody checks your phone, think of what is safer: a screen lock of your own, or less written here. In danger: /sos
words-safe = apple boat bread bridge button candle carrot chalk cloud clover coat copper corner cotton cup daisy dawn drum eagle feather fern field fig flute forest garden glove grain hammock harbor hazel hill honey island ivy jar kettle kite ladder lake lantern leaf lemon maple marble meadow mint moon moss nut oak oat olive orange otter paper pebble pepper piano pillow pine plum pocket pond quilt rain reed ribbon river robin rope saddle sail salt sand scarf shell silver spoon spruce stone straw sugar swan teapot thimble tulip umbrella valley violin walnut wheat willow window wool
