/** English of panels that come lazily, and their words with them. */
import { askNext } from './ask-next';
import { browsers } from './browsers';
import { challenge } from './challenge';
import { compare } from './compare';
import { curves } from './curves';
import { data } from './data';
import { explain } from './explain';
import { figure } from './figure';
import { film } from './film';
import { importForm } from './import-form';
import { imports } from './imports';
import { lab } from './lab';
import { lessons } from './lessons';
import { map } from './map';
import { narrator } from './narrator';
import { newborn } from './newborn';
import { race } from './race';
import { routes } from './routes';
import { searchHelp } from './search-help';
import { sheet } from './sheet';
import { story } from './story';
import { takeAway } from './take-away';
import { taste } from './taste';
import { tastes } from './tastes';
import { training } from './training';

export const lazy = {
  askNext,
  browsers,
  challenge,
  compare,
  curves,
  data,
  explain,
  figure,
  film,
  importForm,
  imports,
  lab,
  lessons,
  map,
  narrator,
  newborn,
  race,
  routes,
  searchHelp,
  sheet,
  story,
  takeAway,
  taste,
  tastes,
  training,
};
