import type { DateOrder } from '../../../src/data/import/dates';
import type { Encoding } from '../../../src/data/import/encoding';
import type { BinaryKind } from '../../../src/data/import/problem';
import type { ImportFormWords } from '../en/import-form';

const ENCODINGS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Europa occidental (Windows-1252, Latin-1)',
  'windows-1250': 'Europa central (Windows-1250)',
  'windows-1251': 'Cirílico (Windows-1251)',
  'koi8-r': 'Cirílico (KOI8-R)',
  'windows-1253': 'Griego (Windows-1253)',
  'windows-1254': 'Turco (Windows-1254)',
  'windows-1255': 'Hebreo (Windows-1255)',
  'windows-1256': 'Árabe (Windows-1256)',
  gb18030: 'Chino (GBK, GB 18030)',
  big5: 'Chino (Big5)',
  shift_jis: 'Japonés (Shift JIS)',
  'euc-jp': 'Japonés (EUC-JP)',
  'euc-kr': 'Coreano (EUC-KR)',
};

const ORDERS: Record<DateOrder, string> = {
  dmy: 'día, mes, año',
  mdy: 'mes, día, año',
  ymd: 'año, mes, día',
};

const KINDS: Record<BinaryKind, string> = {
  parquet: 'es un archivo Parquet; guárdalo como CSV',
  excel: 'es un libro de hoja de cálculo; guárdalo como CSV',
  archive: 'es un archivo comprimido de otra clase; descomprímelo',
  database: 'es una base de datos',
  picture: 'es una imagen',
  document: 'es un documento',
  binary: 'no es texto',
};

export const importForm: ImportFormWords = {
  year: 'Año (opcional)',
  onePerson: 'ninguna: todas las líneas son de una persona',
  wrongColumn: 'Hay líneas que no encajan con esta columna.',
  missing: {
    item: 'Di primero qué columna es el artículo.',
    same: 'El usuario y el artículo son la misma columna: elige otra para uno de los dos.',
  },
  table: 'Tabla principal',
  tableUnsure: 'Puede que las valoraciones estén en otra de estas: compruébalo.',
  separator: 'Las columnas se separan con',
  separators: {
    ',': 'comas',
    '\t': 'tabuladores',
    ';': 'puntos y comas',
    '|': 'barras verticales |',
    '::': 'dobles dos puntos ::',
    ' ': 'espacios seguidos',
  },
  encoding: 'Las letras están escritas en',
  encodingUnsure: 'Es una suposición: elige otra si abajo las letras se ven raras.',
  encodings: ENCODINGS,
  header: 'La primera línea nombra las columnas',
  dates: 'Las fechas se escriben como',
  orders: ORDERS,
  datesUnsure:
    'Ninguna fecha permite distinguir aquí el día del mes: di cuál va primero. Solo importa donde alguien valoró algo dos veces.',
  timesUnreadable: (column) =>
    `Las fechas de «${column}» no se pueden leer y se dejan fuera. De varias valoraciones de lo mismo cuenta la última del archivo.`,
  seen: (low, high, count) =>
    `Las valoraciones vistas aquí van de ${low} a ${high} (son ${count}).`,
  zeros: (count) =>
    `El 0 aparece ${count} veces: comprueba arriba si es una valoración o significa «sin valorar».`,
  amounts:
    'Las cantidades se convierten en gustos: desde la mediana de la propia persona, 5 estrellas; por debajo, 2,5. Todas cuentan como elegidas.',
  joins: (file, titles, categories) =>
    `${titles && categories ? 'Los títulos y las categorías' : titles ? 'Los títulos' : 'Las categorías'} se toman de ${file}, por la clave del artículo.`,
  onePersonIs: (file) =>
    `${file} es la lista de una sola persona: ninguna columna dice quién, y cada película está una vez. Un modelo aprende en qué se diferencian las personas, así que una lista no es un conjunto de datos; pero el modelo entrenado puede adaptarse a ella: úsala como tu conjunto de soporte.`,
  showColumns: 'Una columna sí dice quién: mostrar las columnas',
  account: (file, lines, read) => `${file}: ${lines} líneas, ${read} valoraciones leídas.`,
  nothingLeftOut: 'No se dejó nada fuera.',
  leftOut: (reasons) => `Se dejaron fuera: ${reasons.join('; ')}.`,
  reasons: {
    header: (n) => `la línea con los nombres de las columnas${n === '1' ? '' : ` (${n})`}`,
    before: (n) => `${n} antes de la tabla`,
    blank: (n) => `${n} en blanco`,
    continued: (n) => `${n} que continúan una celda entre comillas`,
    unrated: (n) => `${n} sin valoración`,
    nobody: (n) => `${n} sin usuario`,
    nothing: (n) => `${n} sin artículo`,
    wrong: (n) => `${n} que no se pudieron leer`,
    repeated: (n) => `${n} valoraciones repetidas: cuenta la última`,
    sampled: (n) => `${n} de usuarios que se dejaron fuera para que quepa en la memoria`,
  },
  notes: {
    encoding: ({ encoding, sure }) =>
      `Leído como ${ENCODINGS[encoding]}${sure ? '' : ', que es una suposición'}.`,
    scale: ({ scale, low, high }, scaleName, number) =>
      scale === 'range'
        ? `Las valoraciones van de ${number(low)} a ${number(high)} y pasaron a medias estrellas de 0,5 a 5.`
        : `Escala con que se leen las valoraciones: ${scaleName(scale)}.`,
    amounts: () =>
      'Las cantidades pasaron a ser gustos: desde la mediana de la propia persona, 5 estrellas; por debajo, 2,5.',
    'scale-widened': ({ to }, scaleName) =>
      `Hay líneas posteriores con valoraciones más altas que las primeras. La escala es: ${scaleName(to)}.`,
    'time-left-out': ({ column }) =>
      `Las fechas de la columna ${column} no se pueden leer y se dejaron fuera.`,
    'day-order': ({ column, order, sure }) =>
      `Las fechas de la columna ${column} se leen como ${ORDERS[order]}${sure ? '' : ', que es una suposición: ninguna fecha permite distinguir el día del mes'}.`,
    'no-titles': ({ example, movieLens }) =>
      `No hay títulos entre los archivos: los artículos se llaman ${example}, etcétera. ${movieLens ? 'Los títulos están en movies.csv: dalo junto con las valoraciones.' : 'Para tenerlos, da una tabla de títulos junto con las valoraciones.'}`,
    'titles-from': ({ file, found, of }) => `De ${file} se toman ${found} de ${of} títulos.`,
    'categories-from': ({ file }) => `Las categorías se toman de ${file}.`,
    'categories-bounded': ({ kept, of }) =>
      kept === 0
        ? `Ninguna de las ${of} categorías tiene 20 artículos: los escenarios se forman por parecido.`
        : `${kept} de ${of} categorías pasaron a ser escenarios: las mayores, con 20 artículos o más.`,
    'left-aside': ({ file }) => `${file} no hizo falta.`,
    'other-kind': ({ file, kind }) => `No se leyó ${file}: ${KINDS[kind]}.`,
    'few-raters': ({ needed }) =>
      `Casi nadie tiene ${needed} valoraciones: los datos sirven para entrenar por escenarios lo que gusta a la gente, pero no las estrellas de un visitante.`,
  },
  kinds: KINDS,
};
