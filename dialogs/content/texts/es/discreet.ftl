# Lo que muestra una pantalla bloqueada, cómo contactar con alguien y palabras que prueban quiénes somos.

discreet-card = { $on ->
    [yes] El modo discreto está activado. Lo que envío sin que lo pidas va tapado hasta que lo tocas, también con la pantalla bloqueada, y el menú de este chat es corto.
   *[no] El modo discreto está desactivado. Un teléfono bloqueado puede mostrar el comienzo de lo que envío. Si lo activas, mis palabras van tapadas hasta que las tocas y el menú de este chat es corto.
    }
discreet-turn_on = Activar
discreet-turn_off = Desactivar
discreet-reach = { $reach ->
    [write] Tu equipo puede escribirte, y no llama.
    [here] Tu equipo te contacta solo en este chat: sin llamadas, cartas ni mensajes por otro lado.
   *[call] Tu equipo puede llamarte.
    } En las horas de silencio no escribo nada que no hayas pedido: /times
discreet-reach_call = Me pueden llamar
discreet-reach_write = Escribir, no llamar
discreet-reach_here = Solo en este chat
discreet-reached = { $reach ->
    [here] Por favor, contacte con { $name } solo en este chat: sin llamadas, nada a su casa.
   *[write] Por favor, escriba a { $name } y no llame.
    }
discreet-no_phrase = Tus palabras seguras: ninguna. Pueden ir encima de lo que tu consejero te envía aquí. Así sabes que de verdad viene de su parte.
discreet-phrase = Tus palabras seguras: "{ $phrase }". Van encima de todo lo que tu consejero te envía aquí. Si faltan, no viene de nosotros. Aquí nadie te pide nunca una contraseña, un código ni dinero.
discreet-proof = Tus palabras seguras: "{ $phrase }"
discreet-phrase_change = Elegir palabras seguras
discreet-phrase_proposed = ¿Qué tal "{ $phrase }"? No se las digas a nadie: quien las sepa puede hacerse pasar por tu consejero.
discreet-phrase_keep = Quedarme con estas
discreet-phrase_another = Otras palabras
discreet-phrase_none = Sin palabras
discreet-clear = Quien pueda desbloquear tu teléfono puede leer este chat, da igual lo que pongas aquí. Si alguien te revisa el teléfono, piensa qué es más seguro: un bloqueo que solo tú sepas, o escribir menos aquí. En peligro: /sos
words-safe = abeja abeto aguja ala algodón alga almendra ancla arena arroz avena azúcar balcón bambú banco barca bosque botón brisa bufanda cabaña cacao calle campana canela canoa cesta ciruela cobre cojín colina cometa concha corcho cuchara dedal duna encina espiga estrella faro flauta fresa fuente gorra grano guante guitarra harina helecho hiedra hoja huerto isla jarra jazmín lago lana lápiz leña limón linterna lluvia luna maceta madera maíz manta manzana mapa mesa miel molino monte musgo naranja nido nieve nube nuez olivo papel pera piano piedra pino pluma prado pueblo puente rama remo río roble sal silla tambor taza tejado tela té tinta trigo tulipán uva valle vela ventana viento violín
