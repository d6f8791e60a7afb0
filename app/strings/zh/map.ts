import type { map as en } from '../en/map';

export const map: typeof en = {
  label: '任务上下文的地图：每个点是一个抽样的支持集',
  legend: '只看一个家族',
  families: { horror: '恐怖', suspense: '悬疑', romance: '爱情', war: '战争', other: '其他' },
  projection: '投影',
  projections: { linear: '线性', umap: 'UMAP', features: '原始特征' },
  /** Whose the large dot is. */
  own: { you: '你', stranger: '陌生人', films: '这些电影' },
  task: (name, heldOut, nearest) =>
    `${name}${heldOut ? '，训练时没见过' : ''}。最近的：${nearest.join('；')}。`,
  ghost: '没有它时',
  genres: {
    tasks: '地图上的任务。方向键在类型之间移动，回车载入。',
    column: '类型（其点的中心）',
    reading: {
      linear: '每个点代表几部电影；小点是模型训练过的类型。越近越像，点击载入它的类型。',
      umap: 'UMAP 保留近邻，簇与簇之间的距离说明不了什么。点击一个点载入它的类型。',
      features: '这是电影特征的简单平均，没有经过编码器：几乎一样整齐。点击一个点载入它的类型。',
    },
  },
  users: {
    name: (n) => `观众 ${n}`,
    tasks: '地图上的人。方向键在人之间移动，回车取用其中一人的评分。',
    column: '观众（其点的中心）',
    reading: {
      linear:
        '每个点代表一位观众的八个评分；小点是模型训练过的观众。越近越像，点击取用其八个评分。',
      umap: 'UMAP 保留近邻，簇与簇之间的距离说明不了什么。点击一个点，取用那位观众的八个评分。',
      features:
        '这是观众喜欢的电影的特征的简单平均，没有经过编码器。点击一个点，取用那位观众的八个评分。',
    },
  },
  axisShare: (n, share) => `轴 ${n}：占方差的 ${(100 * share).toFixed(0)}%`,
  axis: (n) => `轴 ${n}`,
  familyColumn: '家族',
  domainColumn: '领域',
  purity: (share, chance) =>
    `领域纯度：最近的五个上下文里，${(100 * share).toFixed(0)}% 属于同一领域（各领域的平均；随机时为 ${(100 * chance).toFixed(0)}%）。`,
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '显示全部',
};
