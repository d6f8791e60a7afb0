import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        FiLM 是“逐特征线性调制”的缩写。对每一层的每个单元，
        <Lit part="modulation">调制网络</Lit>给出两个数：gamma 乘在单元的值上，beta 加上去。 gamma
        为 1、beta 为 0 时，这一层保持训练好的样子。
      </p>
      <p>
        图中每个单元一格。浅色表示没有改动，橙色低于中性值，紫色高于中性值。 gamma
        接近零，这个单元对这一对就沉默；gamma 为负，它的含义就反过来。
      </p>
      <p>
        一层很宽，弯法就很多，但单凭这种自由并不排得更好：在论文自己的五个种子的表里，四种调制方式相差不到一个百分点。
      </p>
    </>
  );
}

export const zh: LessonText = {
  title: '每个单元两个数',
  gist: '口味把每个单元调高或调低：一个数去乘，另一个数去加。',
  Body,
  action: '选一部排名靠后的电影，与第一名的格子比较。把指针停在格子上可看精确值。',
  noticed: '支持集和权重都没变。不同的只有电影、它与上下文的乘积，以及由此生成的这些格子。',
};
