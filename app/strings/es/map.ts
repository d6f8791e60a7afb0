import type { map as en } from '../en/map';

export const map: typeof en = {
  label: 'Mapa de los contextos de las tareas: cada punto es un conjunto de soporte muestreado',
  legend: 'Mostrar una familia',
  families: {
    horror: 'terror',
    suspense: 'suspense',
    romance: 'romance',
    war: 'guerra',
    other: 'otros',
  },
  projection: 'Proyección',
  projections: { linear: 'Lineal', umap: 'UMAP', features: 'Sin codificar' },
  /** Whose the large dot is. */
  own: { you: 'tú', stranger: 'el desconocido', films: 'estas películas' },
  task: (name, heldOut, nearest) =>
    `${name}${heldOut ? ', reservado: fuera del entrenamiento' : ''}. Más cercanos: ${nearest.join('; ')}.`,
  ghost: 'sin ella',
  genres: {
    tasks:
      'Tareas del mapa. Las flechas del teclado pasan de un género a otro; Intro carga el elegido.',
    column: 'Género (centro de sus puntos)',
    reading: {
      linear:
        'Cada punto representa un puñado de películas; los pequeños son de géneros con los que se entrenó el modelo. Cerca significa parecido. Pulsa uno para cargar su género.',
      umap: 'UMAP mantiene juntos a los vecinos; las distancias entre grupos dicen poco. Pulsa un punto para cargar su género.',
      features:
        'El simple promedio de las características de las películas, antes de cualquier codificador: casi igual de ordenado. Pulsa un punto para cargar su género.',
    },
  },
  users: {
    name: (n) => `Espectador ${n}`,
    tasks:
      'Personas del mapa. Las flechas del teclado pasan de una a otra; Intro toma valoraciones de la elegida.',
    column: 'Espectador (centro de sus puntos)',
    reading: {
      linear:
        'Cada punto representa ocho valoraciones de un espectador; los pequeños son de espectadores con los que se entrenó el modelo. Cerca significa parecido. Pulsa uno para tomar ocho valoraciones.',
      umap: 'UMAP mantiene juntos a los vecinos; las distancias entre grupos dicen poco. Pulsa un punto para tomar ocho valoraciones de ese espectador.',
      features:
        'El simple promedio de las características de las películas que gustaron a un espectador, antes de cualquier codificador. Pulsa un punto para tomar ocho valoraciones de ese espectador.',
    },
  },
  axisShare: (n, share) => `eje ${n}: ${(100 * share).toFixed(0)} % de la varianza`,
  axis: (n) => `Eje ${n}`,
  familyColumn: 'Familia',
  domainColumn: 'Dominio',
  purity: (share, chance) =>
    `Pureza de los dominios: el ${(100 * share).toFixed(0)} % de los cinco contextos más cercanos son del mismo dominio (media de los dominios; al azar, el ${(100 * chance).toFixed(0)} %).`,
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  zoomReset: 'Mostrar todo',
};
