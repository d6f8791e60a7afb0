import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>知道边界的工具才值得信任。我们找到的边界如下。</p>
      <ul>
        <li>
          <strong>两种口味并存。</strong>一个上下文只是一个点。三部恐怖片加三部爱情片，
          <Lit part="context">点</Lit>就落在中间，那里没有几部电影。
        </li>
        <li>
          <strong>错的支持集也会被相信。</strong>
          给它另一个类型的电影，排序就一路跟过去。这证明适应确实起作用，也是一个警告。
        </li>
        <li>
          <strong>简单的方法差得不远。</strong>
          对没有任何历史的人，在这份小数据上，“同一批人还喜欢什么”（item-kNN）找得和网络一样好，把人折入矩阵分解也差不多；对整个类型，类型画像同样好。测量结果随源代码存放：
          <code>docs/results/visitor.json</code>。
        </li>
        <li>
          <strong>调制在这里不是魔法。</strong>上下文与电影的乘积，即
          <Lit part="hybrid">混合上下文</Lit>
          ，带来了收益；在它之上再做深度调制，在这份数据上并不提高召回率。
        </li>
        <li>
          <strong>数据有来历。</strong>评分来自几百位愿意打分的人，都不晚于 2016 年 10
          月。他们从未评过的影片，模型很难安放。
        </li>
      </ul>
    </>
  );
}

export const zh: LessonText = {
  title: '它在哪里失败',
  Body,
  action: '让它失败：加三部相反类型的电影，评一评出来的列表。',
  noticed: '一个点不能同时在两处。换作你，会怎么改编码器？',
};
