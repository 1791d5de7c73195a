# Los derechos de una persona: una copia, ser olvidada, quién ha mirado, un chat vacío.

rights-export = Puedo hacer una copia de todo lo que guardo sobre ti: una página con gráficos, tablas y un archivo para otros programas.

    Llega a este chat como un solo archivo. Telegram puede leerlo ahí, y también quien tenga tu teléfono. Guárdalo y después bórralo del chat.
    .make = Hacer mi copia
rights-export_coming = La estoy haciendo. Llega en un momento.
rights-export_caption = Aquí tienes tu copia. Abre primero la página que trae.
rights-export_failed = Ahora no pude enviar tu copia. Prueba otra vez /export dentro de un rato.

rights-delete = Puedo borrar todo lo que guardo sobre ti: tu nombre, respuestas, plan, notas. Nadie puede recuperarlo, tampoco la clínica.

    • Ocurre un día después de que lo digas. Hasta entonces puedes cambiar de idea.
    • Se acaban los registros, y ya no se avisa a nadie cuando algo se pone difícil. Si hay una alerta abierta, tu equipo la termina antes, en dos días como mucho.
    • Lo que queda, sin tu nombre ni tus palabras: que alguien tuvo un papel aquí, que se atendió una alerta, quién miró y cuándo.
    • El chat de tu teléfono es tuyo. Quito lo que escribí en los últimos dos días; el resto bórralo tú.

    ¿Quieres antes una copia? /export
    .yes = Sí, borrar todo
    .no = Conservar todo
rights-delete_kept = De acuerdo. Todo queda como estaba.
rights-delete_booked = Lo borro todo { $when }. Hasta entonces todo funciona como antes, y un toque lo deshace.

    En un momento difícil, antes o después: /sos sirve para cualquiera.
    .undo = No borrar
rights-delete_waiting = Todo se va a borrar { $when }.
    .undo = No borrar
rights-delete_undone = Bien. No se borra nada y todo sigue como antes.
rights-delete_done = Hecho. Todo lo que guardaba sobre ti está borrado. Lo que queda en este chat está solo en Telegram: puedes borrar el chat.

    /sos sirve para cualquiera, a cualquier hora. Cuídate.
rights-delete_team = Alguien a quien cuidaba aquí ha hecho borrar sus datos, como es su derecho. Ya no recibe registros y no llegará ninguna alerta suya. Ya no aparece en /clients.
rights-delete_clinic = Tu clínica borra todo lo que guarda aquí sobre ti { $when }. ¿Preguntas? Habla con ellos. Hasta entonces, /export te da una copia.

rights-looked = Quién miró tus cosas en los últimos 30 días:
rights-looked_nobody = Nadie ha mirado tus cosas en los últimos 30 días.
rights-looked_line = • { $when } · { $name } ({ $role }): { $what }
rights-looked_more = … y { $count } anteriores. Están todas en tu copia: /export
rights-looked_see_client = cómo te va
rights-looked_see_plan = tu plan
rights-looked_see_alert = una alerta sobre ti
rights-looked_see_progress = tu progreso
rights-looked_get_update = noticias que compartes con esa persona

rights-clear = Puedo quitar lo que escribí aquí en los últimos dos días. Telegram no me deja quitar más. Lo que respondiste se queda conmigo.
    .yes = Quitarlo
rights-clear_done = Hecho: { $count ->
        [one] un mensaje
       *[other] { $count } mensajes
    }. Lo más antiguo, y lo que escribiste tú, puedes borrarlo: mantén pulsado un mensaje y toca Eliminar.
