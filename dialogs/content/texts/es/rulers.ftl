# Qué tan importante, qué tan seguro, qué tan a punto.

rulers-importance = Tres preguntas cortas sobre el camino que elegiste. ¿Qué tan importante es para ti seguir en él?
    .short = Importante
    .low = nada importante
    .high = nada importa más
rulers-confidence = ¿Qué tan seguro es que puedes?
    .short = Seguridad
    .low = nada seguro
    .high = muy seguro
rulers-readiness = ¿Y qué tan a punto estás para hacer algo por eso esta semana?
    .short = A punto
    .low = todavía no
    .high = ahora mismo
rulers-which = ¿Quieres mirar una de ellas más de cerca?
    .short = Más de cerca
    .importance = Qué tan importante es
    .confidence = Qué tan seguro es
    .readiness = Qué tan a punto estoy
    .none = Ahora no

## Qué tan importante
rulers-importance_lower = Dijiste { $importance } en importancia. ¿Por qué no un número menor? ¿Qué hace que te importe?
    .short = Por qué importa
    .my_health = Mi salud
    .my_people = La gente que quiero
    .my_work = Mi trabajo
    .my_money = El dinero
    .peace = Un poco de paz
    .own_reasons = Me lo debo a mí
rulers-importance_raise = ¿Qué haría que te importara aún más?
    .short = La subiría
    .see_gains = Ver que vale la pena
    .remember_cost = Recordar lo que costó
    .hear_others = Oír cómo lo hicieron otros
    .not_now = Todavía no sé
rulers-importance_idea = Hay quien escribe dos listas cortas: lo que me da, y lo que me cuesta. Y lleva la primera consigo. Puede servirte, o no.

## Qué tan seguro
rulers-confidence_lower = Dijiste { $confidence } en seguridad. ¿Por qué no un número menor? ¿Qué te da esa seguridad?
    .short = Por qué puedo
    .did_it_before = Ya lo hice antes
    .my_people = Tengo gente conmigo
    .my_skills = Sé qué me ayuda
    .my_plan = Tengo un plan
    .stubborn = No me rindo fácil
rulers-confidence_raise = ¿Qué la subiría en uno?
    .short = La subiría
    .smaller_step = Un paso más pequeño
    .someone_with_me = Alguien conmigo
    .more_practice = Más práctica
    .fewer_triggers = Menos lugares difíciles
rulers-confidence_idea = Hay quien hace más pequeño el próximo paso, hasta sentirse seguro: siete de diez basta. Puede servirte, o no.

## Qué tan a punto
rulers-readiness_lower = Dijiste { $readiness } en estar a punto. ¿Por qué no un número menor? ¿Qué te acerca?
    .short = Por qué estoy a punto
    .begun_already = Ya empecé
    .tired_of_it = Me cansé de lo de antes
    .good_time = Es un buen momento
    .someone_helps = Alguien me ayuda
rulers-readiness_raise = ¿Qué lo subiría en uno?
    .short = Lo subiría
    .more_time = Más tiempo
    .clear_step = Saber el próximo paso
    .less_stress = Menos estrés
    .support = Alguien a mi lado
rulers-readiness_idea = Hay quien elige un día y una cosa pequeña, y se lo cuenta a alguien. “Todavía no” también es una respuesta justa. Puede servirte, o no.

rulers-wants_idea = Gracias. ¿Te cuento qué les ayudó a otras personas?
    .short = Una idea
    .yes = Sí, cuéntame
    .no = No, gracias
rulers-recap = Esto es lo que me contaste:
    .done = Todo bien
