import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        训练结束后，网络的权重通常就固定了。<em>超网络</em>
        的输出，则被当作另一个网络的权重。于是那个网络可以随任务而变，不需要训练一步。
      </p>
      <p>
        生成所有权重，数目太大。论文最简单的做法只生成最后一层：由
        <Lit part="hybrid">混合上下文</Lit>得到<Lit part="backbone">主干</Lit>
        末层每个单元的一个权重和一个偏置， 分数就是它们的加权和。
      </p>
      <p>
        再进一步，轻轻地碰每一层。<em>Sigmoid 门</em>给每个单元乘上 0 到 1
        之间的数：每个单元一只调光旋钮，由口味来拧。
      </p>
    </>
  );
}

export const zh: LessonText = {
  title: '量身定做的权重',
  gist: '一个网络为每种口味写出另一个网络的权重。',
  Body,
  action: '在“训练”里，把调制方式选为“linear”或“sigmoid”。',
  noticed: '这个变体有自己的参数。如果它尚未训练，按播放：它就在浏览器里，当着你的面学习。',
};
