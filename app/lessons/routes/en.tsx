import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        FiLM is hard to read: hundreds of cells, each meaning a little. <em>Soft modularization</em>{' '}
        asks a coarser question. Each layer holds four small modules, and the{' '}
        <Lit part="modulation">route network</Lit> decides how much each module of the next layer
        listens to each of them. The weights into a module sum to one, so each target divides its
        attention.
      </p>
      <p>
        Different tastes take different ways through the <Lit part="backbone">same modules</Lit>.
        Nothing is switched off entirely (hence “soft”), so the routes can be trained by ordinary
        gradients.
      </p>
      <p>
        One caution. With the dot hybrid, a route depends on the film as much as on the taste.
        Averaged over many films, two genres can look alike while every single pair differs. So the
        picture shows the route of one pair first, and the average beside it. And one confession:
        with the paper’s loss alone the routes hardly move from task to task on these data. What
        moves them in the model of this page is a regulariser that is ours, not the paper’s.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Four modules and many ways through',
  gist: 'The same modules for everybody, and another way through them for each taste.',
  Body,
  action:
    'Keep the selected film and change the taste: choose another genre, or edit the support set.',
  noticed:
    'Same film, same modules, another way through. Whether routes matter is measured from the command line (npm run evaluate, --pictures): one task is scored with another task’s routes.',
};
