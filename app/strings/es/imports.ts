import { megabytes, type ImportWords } from '../../../src/data/import/messages';
import type { BinaryKind } from '../../../src/data/import/problem';

const ONE_FILE =
  'Da una tabla de usuario, artículo y valoración en texto (CSV, TSV, JSON por líneas o similares), sola o en un zip.';

const ONE_FOLDER = 'Da la carpeta de un solo conjunto de datos, o sus archivos.';

/** Archivos sin texto: qué son y cómo seguir. */
const KINDS: Record<BinaryKind, { is: string; remedy: string }> = {
  parquet: {
    is: 'es un archivo Parquet, que esta página no lee',
    remedy:
      "Guárdalo como CSV: en Python, pandas.read_parquet('archivo').to_csv('archivo.csv', index=False).",
  },
  excel: {
    is: 'es un libro de Excel o de otra hoja de cálculo, que esta página no lee',
    remedy: 'Ábrelo allí, elige «Guardar como» y después «CSV UTF-8», y da ese archivo.',
  },
  archive: {
    is: 'está comprimido de una forma que esta página no puede abrir',
    remedy:
      'Descomprímelo y da los archivos que contiene, o un zip con ellos. Los zip y gzip se leen tal cual.',
  },
  database: {
    is: 'es una base de datos',
    remedy: 'Exporta de ella la tabla de valoraciones como CSV.',
  },
  picture: { is: 'es una imagen', remedy: ONE_FILE },
  document: {
    is: 'es un documento para leer, no una tabla',
    remedy: 'Guarda su tabla como CSV.',
  },
  binary: {
    is: 'no es texto',
    remedy: 'Guarda la tabla como CSV con el programa que la escribió.',
  },
};

export const imports: ImportWords = {
  expected: {
    'u.data': () =>
      'usuario, artículo, valoración de 0,5 a 5 y marca de tiempo, separados por tabuladores',
    'u.item': () => 'identificador, título, fechas, enlace y 19 marcas de género, separados por |',
    'ratings.dat': () =>
      'usuario::película::valoración::marca de tiempo, con una valoración de 0.5 a 5',
    'movies.dat': () => 'película::título (año)::géneros',
    'ratings.csv': () => 'userId,movieId,rating,timestamp, con una valoración de 0.5 a 5',
    'movies.csv': () => 'movieId,title,genres',
    columns: ({ count }) => `${count} columnas`,
    user: ({ column }) => `un usuario en la columna ${column}`,
    item: ({ column }) => `un artículo en la columna ${column}`,
    rating: ({ column }) => `una valoración de la escala en la columna ${column}`,
    time: ({ column }) => `una fecha en la columna ${column}, en segundos o como fecha`,
    'line-bytes': ({ most }) => `líneas de ${megabytes(most)} como máximo`,
  },
  faults: {
    'no-files': () => ({
      message: 'Todavía no hay nada que importar.',
      remedy: 'Elige archivos primero.',
    }),
    'no-table': ({ files }) => ({
      message: `No se encontró ninguna tabla en ${files.join(', ') || 'lo que se dio'}.`,
      remedy: ONE_FILE,
    }),
    'no-columns': () => ({
      message: 'Las columnas todavía no tienen significado.',
      remedy: 'Di cuál es el usuario, cuál el artículo y cuál la valoración.',
    }),
    'many-files': ({ folder, most }) => ({
      message: `${folder} contiene más de ${most} archivos.`,
      remedy: ONE_FOLDER,
    }),
    'deep-folder': ({ folder, most }) => ({
      message: `${folder} tiene carpetas dentro de carpetas, más de ${most} niveles.`,
      remedy: ONE_FOLDER,
    }),
    'missing-file': ({ release, file, together }) => ({
      message: `${release} necesita el archivo ${file}, y no está.`,
      remedy: `Da juntos ${together.join(' y ')}, o el zip original.`,
    }),
    'empty-file': ({ file, expected }, shape) => ({
      message: `${file} está vacío.`,
      remedy: `Se esperaban líneas de ${shape(expected)}.`,
    }),
    'wrong-lines': ({ file, wrong, read, expected }, shape) => ({
      message: `${file} no es lo que dice su nombre: ${wrong} de las ${read} líneas leídas están mal.`,
      remedy: `Se esperaban líneas de ${shape(expected)}.`,
    }),
    'empty-table': ({ file }) => ({
      message: `${file} está vacío.`,
      remedy: 'Se esperaba una línea por cada valoración o clic.',
    }),
    'misfit-lines': ({ file, wrong, read, field }) => ({
      message: `${wrong} de las ${read} líneas leídas de ${file} no encajan con las columnas elegidas.`,
      remedy:
        field === 'rating'
          ? 'Comprueba qué columna es la valoración, y la escala de las valoraciones. La columna está marcada arriba.'
          : 'Comprueba qué separa las columnas, y cuáles son el usuario, el artículo y la valoración.',
    }),
    'few-ratings': ({ ratings, needed }) => ({
      message: `Solo se pudieron leer ${ratings} valoraciones.`,
      remedy: `Hacen falta al menos ${needed} para aprender algo.`,
    }),
    'few-each': ({ users, needed, each }) => ({
      message: `Solo ${users} ${users === 1 ? 'persona tiene' : 'personas tienen'} ${each} valoraciones o más.`,
      remedy: `Hacen falta al menos ${needed}: unas para entrenar y otras para probar. Una lista de tus propias películas puede ser tu conjunto de soporte.`,
    }),
    'one-person': ({ file, ratings }) => ({
      message: `${file} contiene ${ratings} valoraciones de una sola persona: con ellas no se puede entrenar un modelo que debe aprender en qué se diferencian las personas.`,
      remedy: 'Úsalo como tu conjunto de soporte: el modelo entrenado se adapta entonces a ti.',
    }),
    'same-column': () => ({
      message: 'El usuario y el artículo son la misma columna.',
      remedy: 'Di qué otra columna nombra el artículo.',
    }),
    'no-text': ({ file, kind }) => ({
      message: `${file} ${KINDS[kind].is}.`,
      remedy: KINDS[kind].remedy,
    }),
    'long-line': ({ file, line }) => ({
      message: `La línea ${line} de ${file} es más larga que la de cualquier tabla.`,
      remedy: 'Da un archivo de texto con una valoración por línea.',
    }),
    'damaged-zip': ({ file }) => ({
      message: `${file} no es un zip legible.`,
      remedy: 'Descarga el archivo comprimido otra vez: parece dañado o incompleto.',
    }),
    'damaged-entry': ({ file, entry }) => ({
      message: `No se puede descomprimir ${entry} de ${file}.`,
      remedy:
        'Descarga el archivo comprimido otra vez: parece dañado. Si tiene contraseña, antes hay que descomprimirlo.',
    }),
    'large-entry': ({ file, entry, mostBytes }) => ({
      message: `${entry} de ${file} ocupa descomprimido más de ${megabytes(mostBytes)}.`,
      remedy: 'Descomprímelo tú y da un archivo más pequeño.',
    }),
    'many-entries': ({ file, most }) => ({
      message: `${file} contiene más de ${most} archivos.`,
      remedy: 'Da el zip original de MovieLens, o los propios archivos.',
    }),
  },
  problem: (file, line, expected, found) =>
    `${file}${line > 0 ? `, línea ${line}` : ''}: se esperaba ${expected}, se encontró «${found}»`,
};
