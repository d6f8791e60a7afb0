import { DECADES } from '../../../src/data/types';
import type { narrator as en } from '../en/narrator';
import type { Deed, Differences, Names } from '../narration';

const GENRE_NAMES = [
  '动作片', '冒险片', '动画片', '儿童片', '喜剧片', '犯罪片', '纪录片', '剧情片', '奇幻片',
  '黑色电影', '恐怖片', 'IMAX 影片', '歌舞片', '悬疑片', '爱情片', '科幻片', '惊悚片', '战争片',
  '西部片',
]; // prettier-ignore

function did(deed: Deed, { titleOf, genreOf, modulationOf }: Names): string {
  switch (deed.kind) {
    case 'added':
      return `你加入了《${titleOf(deed.item)}》`;
    case 'disliked':
      return `你把《${titleOf(deed.item)}》放进了不喜欢`;
    case 'liked':
      return `你把《${titleOf(deed.item)}》放进了喜欢`;
    case 'removed':
      return `你拿走了《${titleOf(deed.item)}》`;
    case 'rated':
      return `你给《${titleOf(deed.item)}》打了 ${deed.stars} 星`;
    case 'genre':
      return `${genreOf(deed.genre)} 的 ${deed.films} 部电影进来了`;
    case 'picked':
      return `你加入了${deed.items.length > 4 ? ` ${deed.items.length} 部电影` : deed.items.map((item) => `《${titleOf(item)}》`).join('、')}`;
    case 'several':
      return `${deed.films} 部电影变了`;
    case 'taken':
      return `您的 ${deed.films} 部影片成为支持集`;
    case 'cleared':
      return '你拿走了全部电影';
    case 'reordered':
      return '你换了电影的次序';
    case 'cell':
      return '你固定了模型的一个值';
    case 'route':
      return '你固定了模型的一条路由';
    case 'context':
      return '你换上了别的上下文';
    case 'unmodulated':
      return `你让第 ${deed.layers.join('、')} 层不加调制`;
    case 'network':
      return `现在是另一个网络（${modulationOf(deed.modulation)}）${deed.hasLearned ? '' : '，它还什么都没学'}`;
    case 'released':
      return deed.all ? '你放开了模型里固定的东西' : '你放开了模型里固定的一部分';
  }
}

function rose({ genre, decade }: Differences): string | null {
  const names = [
    ...(genre === null ? [] : [GENRE_NAMES[genre]]),
    ...(decade === null ? [] : [`${DECADES[decade]} 年代的电影`]),
  ];
  return names.length > 0 ? `${names.join('和')}多了` : null;
}

function moved({ way }: Differences, { percent }: Names): string | null {
  if (!way) return null;
  if (way.share < 0.01) return '点几乎没有动';
  const towards = way.towards === null ? '' : `，靠近 ${way.towards}`;
  return `点移动了地图宽度的 ${percent(way.share)}${towards}`;
}

function sentence(differences: Differences, names: Names): string {
  const { deed, fresh, of } = differences;
  if (deed.kind === 'taken') return `${did(deed, names)}。`;
  const news = fresh === 0 ? `前 ${of} 名还是那些电影` : `前 ${of} 名里有 ${fresh} 部是新的`;
  const clauses = [rose(differences), news, moved(differences, names)].filter(
    (clause) => clause !== null,
  );
  return `${did(deed, names)}：${clauses.join('，')}。`;
}

export const narrator: typeof en = {
  sentence,
  invitation: '加入或拿走一部电影：这一行会说明它改变了什么。',
};
