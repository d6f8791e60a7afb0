import type { DateOrder } from '../../../src/data/import/dates';
import type { Encoding } from '../../../src/data/import/encoding';
import type { BinaryKind } from '../../../src/data/import/problem';
import type { ImportFormWords } from '../en/import-form';

const ENCODINGS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': '西欧（Windows-1252，Latin-1）',
  'windows-1250': '中欧（Windows-1250）',
  'windows-1251': '西里尔（Windows-1251）',
  'koi8-r': '西里尔（KOI8-R）',
  'windows-1253': '希腊（Windows-1253）',
  'windows-1254': '土耳其（Windows-1254）',
  'windows-1255': '希伯来（Windows-1255）',
  'windows-1256': '阿拉伯（Windows-1256）',
  gb18030: '简体中文（GBK，GB 18030）',
  big5: '繁体中文（Big5）',
  shift_jis: '日文（Shift JIS）',
  'euc-jp': '日文（EUC-JP）',
  'euc-kr': '韩文（EUC-KR）',
};

const ORDERS: Record<DateOrder, string> = {
  dmy: '日、月、年',
  mdy: '月、日、年',
  ymd: '年、月、日',
};

const KINDS: Record<BinaryKind, string> = {
  parquet: 'Parquet 文件，请另存为 CSV',
  excel: '工作簿，请另存为 CSV',
  archive: '其他方式的压缩包，请先解压',
  database: '数据库',
  picture: '图片',
  document: '文档',
  binary: '不是文本',
};

export const importForm: ImportFormWords = {
  year: '年份（可选）',
  onePerson: '没有：所有行都是同一个人的',
  wrongColumn: '有些行与这一列不符。',
  missing: {
    item: '请先指出哪一列是物品。',
    same: '用户和物品是同一列：请为其中一个另选一列。',
  },
  table: '主表',
  tableUnsure: '评分也可能在另一张表里，请检查。',
  separator: '列与列之间是',
  separators: {
    ',': '逗号',
    '\t': '制表符',
    ';': '分号',
    '|': '竖线 |',
    '::': '双冒号 ::',
    ' ': '若干空格',
  },
  encoding: '文字编码',
  encodingUnsure: '这是猜测：如果下面的文字显示不对，请另选。',
  encodings: ENCODINGS,
  header: '第一行是列名',
  dates: '日期的写法',
  orders: ORDERS,
  datesUnsure:
    '这里没有日期能区分日和月：请指出哪个在前。只有同一个人对同一物品评过两次时才有影响。',
  timesUnreadable: (column) =>
    `“${column}”里的时间无法读取，已略去。重复的评分以文件里最后一个为准。`,
  seen: (low, high, count) => `这里看到的评分从 ${low} 到 ${high}（共 ${count} 个）。`,
  zeros: (count) => `0 出现了 ${count} 次：请在上面确认它是评分，还是“没有评分”。`,
  amounts: '数量按喜好折算：不低于本人中位数的算 5 星，低于的算 2.5 星；全都算选过。',
  joins: (file, titles, categories) =>
    `${titles && categories ? '名称和类别' : titles ? '名称' : '类别'}按物品编号取自 ${file}。`,
  onePersonIs: (file) =>
    `${file} 是一个人的清单：没有哪一列说明是谁，每部影片只出现一次。模型要学的是人与人的不同，一份清单成不了数据集；但训练好的模型可以适应它：把它用作您的支持集。`,
  showColumns: '有一列说明是谁：显示各列',
  account: (file, lines, read) => `${file}：共 ${lines} 行，读到 ${read} 个评分。`,
  nothingLeftOut: '没有略去任何东西。',
  leftOut: (reasons) => `略去的有：${reasons.join('；')}。`,
  reasons: {
    header: (n) => `列名一行${n === '1' ? '' : `（${n}）`}`,
    before: (n) => `表格之前的 ${n} 行`,
    blank: (n) => `空行 ${n} 行`,
    continued: (n) => `续写引号内文字的 ${n} 行`,
    unrated: (n) => `没有评分的 ${n} 行`,
    nobody: (n) => `没有用户的 ${n} 行`,
    nothing: (n) => `没有物品的 ${n} 行`,
    wrong: (n) => `读不懂的 ${n} 行`,
    repeated: (n) => `重复的评分 ${n} 个：以最后一个为准`,
    sampled: (n) => `为放进内存而略去的用户的评分 ${n} 个`,
  },
  notes: {
    encoding: ({ encoding, sure }) => `按 ${ENCODINGS[encoding]} 读取${sure ? '' : '，这是猜测'}。`,
    scale: ({ scale, low, high }, scaleName, number) =>
      scale === 'range'
        ? `评分从 ${number(low)} 到 ${number(high)}，已折合成 0.5 到 5 星。`
        : `评分按 ${scaleName(scale)} 读取。`,
    amounts: () => '数量按喜好折算：不低于本人中位数的算 5 星，低于的算 2.5 星。',
    'scale-widened': ({ to }, scaleName) => `后面的行里有更高的评分：范围是 ${scaleName(to)}。`,
    'time-left-out': ({ column }) => `第 ${column} 列的时间无法读取，已略去。`,
    'day-order': ({ column, order, sure }) =>
      `第 ${column} 列的日期按“${ORDERS[order]}”读取${sure ? '' : '，这是猜测：没有日期能区分日和月'}。`,
    'no-titles': ({ example, movieLens }) =>
      `文件里没有名称：物品叫做 ${example} 等。${movieLens ? '名称在 movies.csv 里：请把它与评分一起给出。' : '要有名称，请把名称表与评分一起给出。'}`,
    'titles-from': ({ file, found, of }) => `${of} 个名称中有 ${found} 个取自 ${file}。`,
    'categories-from': ({ file }) => `类别取自 ${file}。`,
    'categories-bounded': ({ kept, of }) =>
      kept === 0
        ? `${of} 个类别都不到 20 个物品：场景改为按相似划分。`
        : `${of} 个类别中有 ${kept} 个成为场景：最大的、有 20 个物品以上的那些。`,
    'left-aside': ({ file }) => `没有用到 ${file}。`,
    'other-kind': ({ file, kind }) => `没有读取 ${file}：${KINDS[kind]}。`,
    'few-raters': ({ needed }) =>
      `几乎没有人有 ${needed} 个评分：这份数据可以按场景训练“人们喜欢什么”，但不能训练访客的星级评分。`,
  },
  kinds: KINDS,
};
