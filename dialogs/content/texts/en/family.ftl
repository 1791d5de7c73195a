# What family members and sponsors read. The notice is neutral; the news comes after a tap.

family-notice = There is something for you here.
    .open = Open
family-milestone = { $client } wants you to know: { $milestone }
    This is all that was shared today. { $client } chooses what and when.
family-gone = This is no longer shared.
family-milestone_kept = { $count ->
    [one] one check-in kept
   *[other] { $count } check-ins kept
}
