# What a sponsor or family member is asked whose words alarm: whom do they mean?

whose-who =
    Thank you for writing. Is this about you, or about { $client }?

    If it is about { $client }, their care team is told now. The same goes if I hear nothing for 10 minutes. Please do not wait for them if there is danger: call.
    .short = About whom
    .me = Me
    .them = The person I support
whose-which =
    Thank you for writing. Who is this about?

    If it is about someone you support, their care team is told now. The same goes if I hear nothing for 10 minutes. Please do not wait for them if there is danger: call.
    .short = About whom
