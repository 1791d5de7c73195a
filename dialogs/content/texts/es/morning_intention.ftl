# La mañana.

morning_intention-morning = Buenos días. ¿Cómo va hasta ahora?
    .short = Esta mañana
    .low = muy dura
    .high = muy buena
morning_intention-heavy = Es un comienzo pesado. Gracias por estar aquí. Basta con la próxima hora, y /now ayuda a cualquier hora.
morning_intention-intention = ¿Una idea para llevar contigo hoy? Toca una, o escribe la tuya.
    .short = Para hoy
    .be_kind = Tratarme bien
    .one_thing = Una cosa a la vez
    .ask_for_help = Pedir ayuda una vez
    .rest = Descansar cuando pueda
    .get_through = Solo pasar el día
morning_intention-step = Un paso pequeño de tu plan: { $small_step }. ¿Va para hoy?
    .short = Paso pequeño
    .yes = Sí
    .smaller = Un poco menos
    .not_today = Hoy no
morning_intention-own_step = ¿Cuál es un primer paso pequeño? Toca uno, o escribe el tuyo.
    .short = Paso pequeño
    .drink_water = Tomar un vaso de agua
    .go_outside = Salir un rato
    .write_to_someone = Escribir a alguien
    .eat_something = Comer algo
morning_intention-recap = Es bastante para un día:
    .done = Todo bien
