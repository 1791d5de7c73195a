# El camino de un consejero a las señales de un cliente: más discretas, más sensibles, esperadas por ahora.

signs-open = Señales
signs-of_alert = Sobre esta señal
signs-title = Señales de { $client }. Toque una para hacerla más discreta o más sensible, o para esperarla por ahora.
signs-one = { $sign }
signs-about = { $client }: { $sign }
signs-number = • { $sign }: desde { $number } { $own ->
        [yes] (la clínica: { $clinic })
       *[other] (como en la clínica)
    }
signs-quieter = Más discreta
signs-more_sensitive = Más sensible
signs-as_the_clinic = Como en la clínica
signs-type = Otro número
signs-back = Todas las señales
signs-tried = { $sign }, desde { $number } en vez de { $now }: { $would } veces en vez de { $was } en los últimos { $days } días. La primera el { $first }.
signs-tried_never = { $sign }, desde { $number } en vez de { $now }: ni una vez, en vez de { $was } veces en los últimos { $days } días.
signs-save = Guardar
signs-leave = Dejar como está
signs-saved = Guardado para { $client }: { $sign } desde { $number }.
signs-left = Queda como está: { $sign } desde { $number }.
signs-does_not_fit = Aquí se puede de { $low } a { $high }.
signs-expected_begin = Esperada por ahora
signs-expected_end = Ya no esperada
signs-how_long = ¿Cuánto tiempo espera esto con { $client }: { $sign }? Mientras tanto no se avisa a nadie; queda en el registro. Como mucho { $most } días.
signs-days = { $days } días
signs-why = ¿Por qué es de esperar?
signs-reason_talking = Hablamos de ello
signs-reason_medicine = Cambio de medicina
signs-reason_hard_date = Una fecha difícil
signs-reason_travel = Fuera de casa
signs-reason_own = Con mis palabras
signs-expected_now = Esperada con { $client }: { $sign }, hasta el final del { $until }. Hasta entonces no se avisa a nadie. Las señales de seguridad llegan como siempre.
signs-expected_no_more = { $client }: { $sign } ya no es de esperar.
signs-expected_line = • { $sign }: esperada hasta el { $until } ({ $reason })

sign_number-number = { $name }: ¿desde qué número? De { $low } a { $high }.
    .short = Número
expected_reason-reason = ¿Por qué lo espera? Pocas palabras; quedan con el plan.
    .short = Motivo
