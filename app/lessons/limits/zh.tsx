import type { LessonText } from '../lesson';
import { Fact } from '../Fact';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>知道边界的工具才值得信任。我们找到的边界如下。</p>
      <ul>
        <li>
          <strong>两种口味并存。</strong>一个上下文只是一个点。三部恐怖片加三部爱情片，
          <Lit part="context">点</Lit>
          就落在中间，那里没有几部电影。前一课的按候选注意力能补救一部分：两种口味混在一个支持集里时，前二十名找到{' '}
          <Fact of="two-tastes, attention" />
          %，而不是 <Fact of="two-tastes, plain" />
          %。
        </li>
        <li>
          <strong>错的支持集也会被相信。</strong>
          给它另一个类型的电影，排序就一路跟过去。这证明适应确实起作用，也是一个警告。
        </li>
        <li>
          <strong>简单的方法差得不远。</strong>
          从一个陌生人的五部喜欢出发，网络的前二十名里有其余喜欢的
          <Fact of="anonymous, CMML-FiLM, person" />
          %，“同一批人还喜欢什么”（item-kNN）有 <Fact of="anonymous, item-kNN, person" />
          %。从一个类型的五部喜欢出发，网络有 <Fact of="anonymous, CMML-FiLM, genre" />
          %，类型画像乘以流行度有 <Fact of="anonymous, genre profile, genre" />
          %。两种简单方法各自弱在对方的任务上：item-kNN 在后者只有{' '}
          <Fact of="anonymous, item-kNN, genre" />
          %，类型画像在前者只有 <Fact of="anonymous, genre profile, person" />
          %。实验室把两者画在一起。调好的普通模型在这类测试上能与元学习相当，是已知的结果（arXiv
          2308.08354）。
        </li>
        <li>
          <strong>在评分上梯度更好。</strong>只用论文的损失时，FiLM 平均差{' '}
          <Fact of="rating, CMML-FiLM" /> 颗星，做梯度步的 MetaCS-DNN 差{' '}
          <Fact of="rating, MetaCS-DNN" /> 颗。
        </li>
        <li>
          <strong>调制在这里不是魔法。</strong>上下文与电影的乘积，即
          <Lit part="hybrid">混合上下文</Lit>
          ，带来了收益；一次只有一种口味时，在它之上再做深度调制，在这份数据上并不提高召回率。
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
  gist: '它做得不好的六件事，以及相应的数字。',
  Body,
  action: '让它失败：加三部相反类型的电影，评一评出来的列表。',
  noticed: '一个点不能同时在两处。换作你，会怎么改编码器？',
};
