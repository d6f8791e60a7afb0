import type { pickers as en } from '../en/pickers';

/** By their names in the data. */
export const GENRE_NAMES: Record<string, string> = {
  Action: '动作',
  Adventure: '冒险',
  Animation: '动画',
  Children: '儿童',
  Comedy: '喜剧',
  Crime: '犯罪',
  Documentary: '纪录片',
  Drama: '剧情',
  Fantasy: '奇幻',
  'Film-Noir': '黑色电影',
  Horror: '恐怖',
  IMAX: 'IMAX',
  Musical: '歌舞',
  Mystery: '悬疑',
  Romance: '爱情',
  'Sci-Fi': '科幻',
  Thriller: '惊悚',
  War: '战争',
  Western: '西部',
};

/** What else they are called. */
const ALSO: Record<string, string> = {
  Romance: '浪漫',
  'Sci-Fi': '科学幻想',
  Mystery: '推理',
  Children: '家庭',
  War: '军事',
};

export const pickers: typeof en = {
  genre: '类型',
  yourFilms: '你的电影',
  find: '查找类型',
  loading: '类型加载中……',
  none: '没有匹配的类型。',
  heldOut: '留出',
  heldOutHelp: '训练时从未见过：真正的冷启动。',
  also: (genre) => ALSO[genre] ?? '',
  scenario: (genres, decade) => {
    const names = genres.map((genre) => GENRE_NAMES[genre]).join('、');
    return decade === undefined ? names : `${names}，${decade} 年代`;
  },
  movies: (n) => `${n} 部电影`,
  families: {
    horror: '恐怖',
    suspense: '悬疑',
    romance: '爱情',
    war: '战争',
    other: '其他类型',
  },
};
