import type { race as en } from '../en/race';

export const race: typeof en = {
  title: '竞速',
  symbol: '同样的支持集，同样的查询',
  symbolHelp:
    '所有系统得到同样的支持集，排序同样的电影，用同样的后端，在同一个工作线程里。不同的是适应的方式，此外还有两点：各自训练时见过的任务数；参照系统的损失离不开负例，所以给它们抽取了与喜欢同样多的负例。',
  sub: {
    scenario: '谁能找到喜欢这一类型的其他人所喜欢的电影，适应又要花多少代价。',
    user: '谁能从其余评分预测出一个评分，适应又要花多少代价。',
  },
  views: '竞速的各部分',
  current: '当前支持集',
  heldOut: '验证任务',
  cost: '代价',

  run: '开始竞速',
  runAgain: '再来一次',
  stop: '停止',
  starting: '正在为竞速启动工作线程……',
  progress: (done, total) => `${total} 次中的第 ${done} 次`,
  stale: '这些结果属于另一个支持集或模型。',
  training: '训练正在进行，所以这些时间比平时慢。',
  failed: '竞速无法进行。',
  emptyPresent: '不适应、最多 20 步梯度的 MeLU、s²Meta 和 CMML，依次适应上面的电影。',
  stopped: {
    atOnce: '还没有运行就停止了。',
    runs: (done, total) => `已停止：${total} 次运行中完成了 ${done} 次。`,
    missing: (names) => `没有运行：${names}。`,
    curves: '表中每一行都已运行；曲线还缺一些点。',
    tasks: (done, total) => `已停止：${total} 个任务中运行了 ${done} 个，只显示这些。`,
  },
  needsSupport: {
    scenario: '请加入一部或更多电影：支持集空着，就没有什么可以适应。',
    user: '请给两部或更多电影评分：每个评分由其余评分来预测。',
  },
  tooFew: {
    scenario: '没有类型就没有可比较的人：只显示时间。',
    user: '请给两部或更多电影评分：每个评分由其余评分来预测。',
  },

  systems: {
    dcn: { name: '不适应', help: 'DCN：在所有任务上训练，看不见支持集。' },
    melu: {
      name: (steps) => `MeLU，${steps} 步`,
      help: '在决策层上走梯度步，起点权重由二阶梯度为此学得。',
    },
    s2meta: {
      name: (steps) => (steps === null ? 's²Meta' : `s²Meta，${steps} 步`),
      help: '学得的起点权重、每个参数学得的更新规则，以及学得的停止时机。',
    },
    cmml: { name: 'CMML', help: '对支持集做一次前向传播，没有梯度。' },
  },
  columns: {
    system: '系统',
    quality: { 'recall@20': 'Recall@20', mae: '误差（星）' },
    qualityHelp: {
      'recall@20': '验证折中的人在这一类型里的喜欢，有多少排进 2,000 部电影的前 20 名。越长越好。',
      mae: '预测星数与实际星数的平均差。越短越好。',
    },
    adapt: '适应用时',
    adaptHelp: '预热 2 次后 7 次的中位数：读取支持集所用的时间。越短越好。',
    score: '打分用时',
    scoreHelp: (candidates) =>
      `预热 2 次后 7 次的中位数：适应之后给 ${candidates} 部电影打分所用的时间。越短越好。`,
    passes: '传播次数',
    passesHelp: '为适应而在支持集上做的前向与反向传播。',
    passesOf: (forward, backward) => `${forward} 前向 · ${backward} 反向`,
    memory: '内存',
    memoryHelp: '适应时与打分时最多存活的张量，不含模型本身。',
    memoryOf: (adapting, scoring) => `${adapting} · ${scoring}`,
  },
  claim: {
    adapting: (own, name, other, ratio) =>
      `适应：CMML ${own}，${name} ${other}，是前者的 ${ratio} 倍。`,
    scoring: (candidates, own, other) => `之后给 ${candidates} 部电影打分：${own} 和 ${other}。`,
  },
  none: '–',
  steps: 'MeLU 的内循环步数',
  lossCurve: 'MeLU 的支持集损失',
  flat: (steps) =>
    `${steps} 步之后，这个支持集的铰链损失为 0：每部喜欢的得分都比它的负例高出一个间隔，不再有梯度，再走下去什么也不变。`,
  qualityCurve: {
    'recall@20': 'MeLU 的验证 Recall@20',
    mae: 'MeLU 在你自己的评分上的误差（星）',
  },
  stepsAxis: '内循环步数',

  held: {
    tasks: '验证任务',
    of: (n) => `${n} 个任务`,
    empty: {
      scenario:
        '验证折中的类型和人，本页的训练不会见到：用一些人的 8 个喜欢，为另一些人排序。每个点是一个类型。',
      user: '验证折中的人，本页的训练不会见到：由其余评分预测他的 10 个评分。每个点是一个人。',
    },
    seen: '随页面发布的模型（参照系统，以及重新训练之前的 CMML）用整个元训练集训练过，包括这些任务。这里比较的是熟悉任务上的代价与质量；谁都没见过的任务只在实验室里测。',
    plot: { 'recall@20': '验证类型上的 Recall@20', mae: '验证折中的人的误差（星）' },
    each: { scenario: '类型', user: '人' },
    legend: '点：一个任务 · 线：均值与 95% 区间',
    meanOf: (mean, half) => `${mean} ± ${half}`,
    duel: (baseline, wins, losses, ties) =>
      `CMML 对 ${baseline}：${wins} 个更好，${losses} 个更差，${ties} 个相同。`,
    lost: '梯度获胜之处：',
    noneLost: '在这些任务上梯度没有获胜。',
    user: (id) => `第 ${id} 号`,
    by: (amount) => `差 ${amount}`,
  },

  figure: {
    title: '论文图 2，实测',
    needsRace: '在当前支持集上竞速可得适应的代价；测量一个训练步可得元训练的代价。',
    runTraining: '测量一个训练步',
    adaptTime: '适应时间，毫秒',
    adaptMemory: '适应时的张量，MB',
    trainTime: '一个元训练步的时间，毫秒',
    trainMemory: '一个元训练步的张量，MB',
    melu: 'MeLU',
  },
  table1: {
    title: '论文表 1，实测',
    sub: 'm 个支持对，k 个内循环步，f 与 b 是一次前向与一次反向传播；× 是 CMML 的倍数。',
    algorithm: '算法',
    inference: '适应',
    training: (tasks) => (tasks === null ? '元训练' : `元训练，${tasks} 个任务的一步`),
    timesCmml: (ratio) => `${ratio}×`,
    time: '时间',
    space: '内存',
    formulas: {
      melu: {
        inference: { time: 'O(m k (f + b))', space: 'O(m k (f + b))' },
        training: { time: 'O(5 k m b)', space: 'O(2 k m b)' },
      },
      cmml: {
        inference: { time: 'O(m f)', space: 'O(m f)' },
        training: { time: 'O(m b)', space: 'O(m b)' },
      },
      s2meta: {
        inference: { time: 'MAML 的，加上控制器', space: 'MAML 的，加上控制器' },
        training: { time: '多于 MAML', space: '多于 MAML' },
      },
    },
    accurate: {
      name: 'MAML，精确到 δ',
      time: 'O(5 m b κ log(D/δ))',
      space: 'O(2 m b κ log(D/δ))',
    },
    note: '常数 5 和 2 是海森-向量积相对于一次梯度的代价；κ 是内循环的条件数，D 是其参数的直径。在这么小的网络上，每个运算的开销都大于其算术，所以实测的比值与公式不同。这里适应时的内存不随步数增长，因为每一步在下一步之前就被释放。',
  },
  provenance: (name, steps, date) => `${name}：${steps} 步，${date}`,
  onFromMelu: 's²Meta（从 MeLU 继续）',
  trainedAs: '参照系统用与 CMML 相同的特征、任务和训练循环训练：',
  noBaselines:
    '参照系统是在自带数据上训练的，不认识你的数据：这里只有 CMML 参加。实验室可以用你的数据训练它们。',
  onBackend: (backend) => `全部使用 ${backend}，在同一个工作线程里。`,
};
