// Buttons are all over the page: their look comes with it.
import './components/common/button.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { keepOffline } from './offline';
import { engine } from './engine';
import { followTheme } from './theme/follow';
import { surviveTranslation } from './translation';
import { store } from './store';

// Nobody is told of these: they are for a report.
const note = (error: unknown) => store.getState().noteFault(error);
addEventListener('error', ({ error, message }) => note(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => note(reason));

// `public/too-old.js` has said that this browser is too old: what it would draw is no page.
if (!('tooOld' in document.documentElement.dataset)) {
  surviveTranslation(document.body);
  followTheme(store);
  createRoot(document.getElementById('root')!).render(<App />);
  // What the visitor waits for comes first.
  void engine.begin().finally(() => void keepOffline());
}
