# Lo que se pregunta a un padrino o familiar cuando sus palabras alarman: ¿de quién habla?

whose-who =
    Gracias por escribir. ¿Se trata de ti, o de { $client }?

    Si se trata de { $client }, se avisa ya a su equipo. También si no sé nada en 10 minutos. Si hay peligro, no esperes por favor: llama.
    .short = De quién
    .me = De mí
    .them = De quien apoyo
whose-which =
    Gracias por escribir. ¿De quién se trata?

    Si es alguien a quien apoyas, se avisa ya a su equipo. También si no sé nada en 10 minutos. Si hay peligro, no esperes por favor: llama.
    .short = De quién
