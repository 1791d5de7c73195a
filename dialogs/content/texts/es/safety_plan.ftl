# El plan de seguridad: seis pasos, en el orden en que se dan.

safety_plan-hello = Este es tu plan para los peores momentos: seis pasos cortos. Escribe cada uno de nuevo, una cosa por línea. O toca Saltar para dejarlo como está.
safety_plan-show_signs = Ahora dice:
    { $now_signs }
safety_plan-signs = Paso 1 de 6, mis señales. ¿Qué te dice que viene un momento duro? Una idea, un sentimiento, algo que haces.
    .short = 1 Mis señales
safety_plan-show_alone = Ahora dice:
    { $now_alone }
safety_plan-alone = Paso 2 de 6, por mi cuenta. ¿Qué puedes hacer a solas para pasar los próximos minutos?
    .short = 2 Por mi cuenta
safety_plan-show_places = Ahora dice:
    { $now_places }
safety_plan-places = Paso 3 de 6, lugares y compañía. ¿Adónde puedes ir, y quién te distrae?
    .short = 3 Lugares y compañía
safety_plan-show_people = Ahora dice:
    { $now_people }
safety_plan-people = Paso 4 de 6, a quién se lo digo. ¿A quién puedes pedir ayuda? Añade un número si quieres.
    .short = 4 A quién se lo digo
safety_plan-show_professionals = Ahora dice:
    { $now_professionals }
safety_plan-professionals = Paso 5 de 6, profesionales. ¿A qué médico, consejero o línea puedes llamar?
    .short = 5 Profesionales
safety_plan-show_surroundings = Ahora dice:
    { $now_surroundings }
safety_plan-surroundings = Paso 6 de 6, un lugar más seguro. ¿Qué podría estar lejos de ti, y quién lo guardaría?
    .short = 6 Lugar más seguro
safety_plan-whole = Esto es lo que escribiste. Un paso que saltaste queda como estaba.
    .done = Guardarlo
