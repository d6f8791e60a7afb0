import type { noticeLabels as enLabels, notices as en } from '../en/notices';

export const notices: typeof en = {
  address: 'El enlace dice {detail}, que esta página no conoce. Se usa el valor por defecto.',
  'address-genre': 'El enlace nombra el género «{detail}», que no está en estos datos. Elige otro.',
  'address-movies':
    'Películas de soporte del enlace que no están en estos datos, o cuya etiqueta no encaja aquí, y se dejaron fuera: {detail}.',
  'address-movie': 'El enlace elige la película {detail}, que no está en estos datos.',
  'address-checkpoint':
    'El enlace muestra el paso {detail} de un entrenamiento que este navegador no tiene. Ves los parámetros actuales; un entrenamiento con la misma semilla vuelve a pasar por ese paso.',
  'support-full':
    'El conjunto de soporte admite 64 películas como máximo. Quita una para añadir otra.',
  'data-missing':
    'No se pudo leer un archivo de datos ({detail}). Comprueba la conexión e inténtalo otra vez; lo que hiciste se conserva.',
  'data-broken':
    'Un archivo de datos está dañado ({detail}). Recarga la página; si sigue igual, prepara los datos otra vez.',
  'no-backend':
    'Este navegador no ofrece nada con que calcular ({detail}). Basta con WebAssembly: prueba un navegador actual o permítelo para esta página.',
  'worker-died':
    'El hilo de trabajo del modelo se detuvo y no volvió ({detail}). Tu conjunto de soporte sigue aquí; inténtalo otra vez.',
  'worker-respawned':
    'El hilo de trabajo del modelo se detuvo y se arrancó de nuevo. No se perdió nada de lo que hiciste.',
  'worker-failed':
    'No se puede arrancar el hilo de trabajo del modelo ({detail}). Recarga la página; tu conjunto de soporte está en el enlace.',
  timeout: 'El modelo tardó demasiado en responder y se arrancó de nuevo ({detail}).',
  'backend-switched': 'El entrenamiento pasó a un backend más rápido: {detail}.',
  'device-lost': 'Se perdió el dispositivo gráfico. El modelo sigue con otro backend.',
  'out-of-memory':
    'El modelo se quedó sin memoria y se arrancó de nuevo con su última copia. Cierra otras pestañas o entrena con menos tareas por paso.',
  'step-differs':
    'La vía rápida del entrenamiento dio un resultado distinto del de la vía normal ({detail}); el entrenamiento sigue por la normal. Avísanos, por favor.',
  'helper-lost':
    'Se perdió un núcleo que ayudaba a entrenar ({detail}). El entrenamiento sigue con uno solo, por la misma curva.',
  'training-failed':
    'El entrenamiento se detuvo: {detail}. Se conserva la última copia; pulsa Reproducir para seguir desde ella.',
  'device-error':
    'El dispositivo gráfico informó de un error: {detail}. Si los resultados parecen erróneos, elige otro backend.',
  'not-a-number':
    'El entrenamiento se detuvo: un valor dejó de ser un número. Se conserva el último punto de control bueno; baja la tasa de aprendizaje antes de seguir.',
  'bad-request': 'El modelo no pudo hacerlo: {detail}.',
  autosave:
    'Lo que haces aquí no se puede guardar en este navegador ({detail}). Expórtalo en «Ejecuciones guardadas» antes de irte.',
  resumed: 'La página está como la dejaste.',
  'autosave-back': 'Se recuperó tu entrenamiento: {detail} pasos. «Reiniciar» empieza de nuevo.',
  'autosave-elsewhere':
    'Esta página está abierta en otra pestaña, que guarda lo que se hace allí. Lo que hagas aquí solo se guarda como ejecución guardada hasta que se cierre esa pestaña.',
  'autosave-here': 'La otra pestaña se cerró: lo que haces aquí se guarda otra vez.',
  'autosave-aside': 'Lo que la otra pestaña había entrenado está ahora en «Ejecuciones guardadas».',
  'autosave-broken':
    'Lo que este navegador había guardado no se pudo leer ({detail}) y se apartó. La página empieza con su propio modelo.',
  'other-arithmetic':
    'Este entrenamiento se hizo con otra aritmética que la de aquí ({detail}). Continúa, pero su curva no será igual bit a bit.',
  'on-cpu':
    'El modelo calcula aquí en JavaScript puro ({detail}). Todo funciona, pero más despacio; un navegador actual con WebAssembly es más rápido.',
  'own-elsewhere':
    'Este enlace es a los datos propios de alguien ({detail}), que están en el navegador que los importó y nunca se enviaron a ninguna parte. Abre el enlace allí, o importa aquí los mismos archivos: los mismos datos reciben el mismo nombre.',
  internal: 'Algo falló en el modelo: {detail}. Inténtalo otra vez; lo que hiciste se conserva.',
  'offline-ready': 'La página está guardada en esta máquina y funciona sin red.',
  'update-ready':
    'Hay una versión más nueva de esta página. Se pondrá en marcha cuando la cierres y la abras de nuevo.',
  copied:
    'Enlace copiado. Contiene el género, el conjunto de soporte, el modelo, y lo que mantienes o fijaste.',
  'report-copied': 'Informe copiado.',
  'report-not-copied':
    'El navegador no permitió copiar. El informe está abierto y seleccionado: cópialo a mano.',
  'copy-failed':
    'El navegador no permitió copiar. La barra de direcciones contiene el mismo enlace.',
};

export const noticeLabels: typeof enLabels = {
  region: 'Mensajes',
  unknown: '{detail}',
  afresh: 'Empezar de cero',
  bundled: 'Abrir los datos incluidos',
  catalogue: 'No se pudieron cargar las películas.',
  model: 'No se pudo arrancar el modelo.',
  stopped: 'El modelo dejó de responder.',
};
