# Un padrino o familiar quiere dejarlo.

parting-client = ¿De quién se trata?
    .short = Sobre
parting-how =
    ¿Quieres una pausa de los mensajes de { $client }, o terminarlos del todo? Las dos cosas están bien.

    Se lo digo a { $client }, con cariño. Nada cambia hasta que toques.
    .short = Mensajes
    .stay = Seguir
    .pause = Pausa de una semana
    .leave = Terminar
