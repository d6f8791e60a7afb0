import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        这个故事里<em>确实</em>
        有梯度，不过在你到来之前就结束了。元训练时，网络把冷启动演练成千上万遍。 每个<em>回合</em>
        里，它拿到几个任务的支持集，用一次前向传播完成适应，给查询对排序，然后被告知错了多少。
      </p>
      <p>
        对排序来说，“错”是这样算的：这个人喜欢的电影，分数应当比不喜欢的至少高出一分，不足的部分就是损失。它的梯度依次流回
        <Lit part="recommendations">分数</Lit>、<Lit part="backbone">主干</Lit>、
        <Lit part="modulation">调制</Lit>和<Lit part="context">上下文</Lit>
        ，优化器一步就把它们一起更新。
      </p>
      <p>单看训练曲线会让人高兴得太早。第二条曲线是在验证任务上测的，该信它。</p>
    </>
  );
}

export const zh: LessonText = {
  title: '演练冷启动',
  gist: '这个故事里有梯度，但在你来之前就用完了。',
  Body,
  action: '用新种子重新开始，按播放，等验证曲线动起来。',
  noticed: '这些是在你的浏览器里真实发生的训练步。“同一种子重来”会画出一模一样的曲线。',
};
