import type { BinaryKind } from '../../../src/data/import/problem';
import { megabytes, type ImportWords } from '../../../src/data/import/messages';

const ONE_FOLDER = '请只给一份数据所在的文件夹，或直接给其中的文件。';

const ONE_FILE = '请给出含有用户、物品和评分的文本表格（CSV、TSV、JSON 行等），可以打包成 zip。';

/** 不是文本的文件：是什么，怎么办。 */
const KINDS: Record<BinaryKind, { is: string; remedy: string }> = {
  parquet: {
    is: '是 Parquet 文件，本页不能读取',
    remedy:
      "请另存为 CSV，例如用 Python：pandas.read_parquet('file').to_csv('file.csv', index=False)。",
  },
  excel: {
    is: '是 Excel 或其他电子表格的工作簿，本页不能读取',
    remedy: '请在表格软件里“另存为”“CSV UTF-8”，再给出那个文件。',
  },
  archive: {
    is: '的打包方式本页打不开',
    remedy: '请解压后给出其中的文件，或改用 zip。zip 和 gzip 可以直接读取。',
  },
  database: { is: '是数据库', remedy: '请从中把评分表导出为 CSV。' },
  picture: { is: '是图片', remedy: ONE_FILE },
  document: { is: '是供阅读的文档，不是表格', remedy: '请把其中的表格另存为 CSV。' },
  binary: { is: '不是文本', remedy: '请用生成它的程序把表格另存为 CSV。' },
};

export const imports: ImportWords = {
  expected: {
    'u.data': () => '用制表符分隔的用户、物品、评分（0.5 到 5）和时间戳',
    'u.item': () => '用 | 分隔的影片编号、片名、日期、链接和 19 个类型标记',
    'ratings.dat': () => '“用户::影片::评分::时间戳”，评分在 0.5 到 5 之间',
    'movies.dat': () => '“影片::片名 (年份)::类型”',
    'ratings.csv': () => '“userId,movieId,rating,timestamp”，评分在 0.5 到 5 之间',
    'movies.csv': () => '“movieId,title,genres”',
    columns: ({ count }) => `至少 ${count} 列`,
    user: ({ column }) => `第 ${column} 列是用户`,
    item: ({ column }) => `第 ${column} 列是物品`,
    rating: ({ column }) => `第 ${column} 列是所选范围内的评分`,
    time: ({ column }) => `第 ${column} 列是时间（秒数或日期）`,
    'line-bytes': ({ most }) => `每行不超过 ${megabytes(most)}`,
  },
  faults: {
    'no-files': () => ({ message: '还没有可以导入的东西。', remedy: '请先选择文件。' }),
    'no-table': ({ files }) => ({
      message: `在${files.length > 0 ? ` ${files.join('、')} ` : '给出的东西'}里没有找到表格。`,
      remedy: ONE_FILE,
    }),
    'no-columns': () => ({
      message: '还不知道各列的含义。',
      remedy: '请指出哪一列是用户，哪一列是物品，哪一列是评分。',
    }),
    'many-files': ({ folder, most }) => ({
      message: `${folder} 里的文件超过 ${most} 个。`,
      remedy: ONE_FOLDER,
    }),
    'deep-folder': ({ folder, most }) => ({
      message: `${folder} 里的文件夹层层嵌套，超过 ${most} 层。`,
      remedy: ONE_FOLDER,
    }),
    'missing-file': ({ release, file, together }) => ({
      message: `${release} 需要文件 ${file}，但没有找到。`,
      remedy: `请把 ${together.join(' 和 ')} 一起给出，或给出原始的 zip。`,
    }),
    'empty-file': ({ file, expected }, shape) => ({
      message: `${file} 是空的。`,
      remedy: `每行应为：${shape(expected)}。`,
    }),
    'wrong-lines': ({ file, wrong, read, expected }, shape) => ({
      message: `${file} 的内容与文件名不符：读到的 ${read} 行里有 ${wrong} 行不对。`,
      remedy: `每行应为：${shape(expected)}。`,
    }),
    'empty-table': ({ file }) => ({
      message: `${file} 是空的。`,
      remedy: '每个评分或点击应占一行。',
    }),
    'misfit-lines': ({ file, wrong, read, field }) => ({
      message: `从 ${file} 读到的 ${read} 行里，有 ${wrong} 行与所选的列不符。`,
      remedy:
        field === 'rating'
          ? '请检查哪一列是评分，以及评分的范围。出错的列已在上面标出。'
          : '请检查列与列之间的分隔符，以及哪一列是用户、物品和评分。',
    }),
    'few-ratings': ({ ratings, needed }) => ({
      message: `只读到 ${ratings} 个评分。`,
      remedy: `至少要有 ${needed} 个，才能学到东西。`,
    }),
    'few-each': ({ users, needed, each }) => ({
      message: `只有 ${users} 个人有 ${each} 个或更多评分。`,
      remedy: `至少需要 ${needed} 个人：一部分用来训练，另一部分用来测试。如果是您自己的影片清单，可以改作您的支持集。`,
    }),
    'one-person': ({ file, ratings }) => ({
      message: `${file} 是同一个人的 ${ratings} 个评分：模型要学的是人与人的不同，无法用它来训练。`,
      remedy: '可以把它用作您的支持集：训练好的模型会适应您。',
    }),
    'same-column': () => ({
      message: '用户和物品是同一列。',
      remedy: '请指出哪一列才是物品。',
    }),
    'no-text': ({ file, kind }) => ({
      message: `${file} ${KINDS[kind].is}。`,
      remedy: KINDS[kind].remedy,
    }),
    'long-line': ({ file, line }) => ({
      message: `${file} 的第 ${line} 行太长，不像是表格。`,
      remedy: '请给出每行一个评分的文本文件。',
    }),
    'damaged-zip': ({ file }) => ({
      message: `${file} 不是可以读取的 zip。`,
      remedy: '它似乎损坏了或不完整，请重新下载。',
    }),
    'damaged-entry': ({ file, entry }) => ({
      message: `${file} 里的 ${entry} 无法解压。`,
      remedy: '压缩包似乎损坏了，请重新下载。如果它有密码，请先自己解压。',
    }),
    'large-entry': ({ file, entry, mostBytes }) => ({
      message: `${file} 里的 ${entry} 解压后超过 ${megabytes(mostBytes)}。`,
      remedy: '请自己解压，并给出小一些的文件。',
    }),
    'many-entries': ({ file, most }) => ({
      message: `${file} 里的文件超过 ${most} 个。`,
      remedy: '请给出 MovieLens 原始的 zip，或其中的文件。',
    }),
  },
  problem: (file, line, expected, found) =>
    `${file}${line > 0 ? ` 第 ${line} 行` : ''}：应为${expected}，实为“${found}”`,
};
