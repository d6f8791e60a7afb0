import type { LessonText } from '../lesson';
import { Fact } from '../Fact';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        你喜欢恐怖片，也喜欢爱情喜剧。取平均之后，这些电影成了一个两边都不是的
        <Lit part="context">上下文</Lit>：一列数字不能同时在两个地方。
      </p>
      <p>
        那就让每个候选电影自己来看你的电影。它把自己的特征与每部电影比较，给每部一个权重，再读取加权平均：恐怖片靠你的恐怖片，喜剧靠你的喜剧。喜欢与不喜欢分开权衡。这种
        <em>按候选的注意力</em>是第四种
        <Lit part="hybrid">混合上下文</Lit>
        ，论文里没有。它仍然只是一次前向传播，学到的只是“什么算相似”。
      </p>
      <p>
        下面两个模型读同一个支持集。按一组口味，连线就显示每条推荐依据谁的喜欢。用滑块把权重变得全部相同，注意力带来的东西就消失了。
      </p>
      <p>
        它值多少，是在事先声明的任务上、用训练从未见过的访客测量的。支持集混有两种口味时，他们留出的喜欢有{' '}
        <Fact of="two-tastes, attention" />
        %（用注意力）和 <Fact of="two-tastes, plain" />
        %（不用）排进前二十；支持集说“要这个，不要那个”时是 <Fact of="but-not, attention" />% 和{' '}
        <Fact of="but-not, plain" />
        %；只有一种口味、一个向量就够时是 <Fact of="ordinary, attention" />% 和{' '}
        <Fact of="ordinary, plain" />
        %。“要这个，不要那个”的收益来自喜欢与不喜欢分开权衡：仅有的一次对照里，相同的权重收益更大。那是每种口味有许多电影的情形。像下面这样每种四部，收益很小，单独一组可能好也可能坏；第一组是好的。差异和区间在实验室里，全部在{' '}
        <code>docs/two-tastes.md</code>。
      </p>
    </>
  );
}

export const zh: LessonText = {
  title: '一列数字，两种口味',
  gist: '恐怖片与喜剧的平均两者都不是；注意力能同时容下两者。',
  Body,
  action: '把一部喜欢的电影变成不喜欢：在这里按，或在支持集里拖动。',
  noticed: '喜欢与不喜欢分开权衡：要这个，不要那个，两者不会互相抵消。',
};
