# Cómo se oyen las señales de cada persona: para consejeros.

signs-whose = ¿Las señales de quién?
signs-nobody = Todavía no hay nadie cuyas señales pueda ver.
signs-of = { $name }
signs-title = { $name }: { $hearing ->
    [quieter] lo que dicen muchos días juntos avisa más tarde que en la clínica.
    [sooner] lo que dicen muchos días juntos avisa antes que en la clínica.
   *[usual] lo que dicen muchos días juntos avisa como en toda la clínica.
    }
signs-lately = En los últimos 60 días:
signs-counted = • { $sign }: { $count }
signs-quiet_lately = Nada en los últimos 60 días.
signs-expected = Esperado hasta el { $until }: { $sign } ({ $why }). Solo se lee en el resumen.
signs-safety = Lo que viene de una respuesta de seguridad o de palabras oscuras avisa siempre.
signs-hear_usual = Como en la clínica
signs-hear_quieter = Avisar más tarde
signs-hear_sooner = Avisar antes
signs-expect = Esperado: { $sign }
signs-hear_again = Volver a avisar: { $sign }
signs-preview = { $name }, los últimos 60 días, lo que dicen muchos días juntos:
signs-as_now = Como está ahora: { $count } ({ $days })
signs-as_then = Con esto: { $count } ({ $days })
signs-save = Guardar
signs-leave = Dejarlo como está
signs-ask_why = ¿Por qué se espera esto por ahora: { $sign }?
signs-reason_hard_time = una época difícil que se conoce
signs-reason_medicine = un cambio de medicina
signs-reason_change = una mudanza, un viaje, un trabajo nuevo
signs-reason_agreed = acordado con la persona
signs-ask_how_long = ¿Hasta cuándo? Termina a medianoche donde está la persona: { $sign }
signs-days = { $days } días
