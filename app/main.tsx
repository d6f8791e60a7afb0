// Buttons are all over the page: their look comes with it.
import './components/common/button.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { keepOffline } from './offline';
import { engine } from './engine';
import { followTheme } from './theme/follow';
import { surviveTranslation } from './translation';
import { store } from './store';
import { speak } from './strings/speak';

/** So long the first paint waits for words in another language than English, in ms. */
const WORDS_MS = 1500;

// Nobody is told of these: they are for a report.
const note = (error: unknown) => store.getState().noteFault(error);
addEventListener('error', ({ error, message }) => note(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => note(reason));

// `public/too-old.js` has said that this browser is too old: what it would draw is no page.
if (!('tooOld' in document.documentElement.dataset)) {
  surviveTranslation(document.body);
  followTheme(store);
  // It reads the address first of all, and with that the language.
  const begun = engine.begin();
  const draw = () => createRoot(document.getElementById('root')!).render(<App />);
  const late = new Promise((resolve) => setTimeout(resolve, WORDS_MS));
  void Promise.race([speak(store.getState().language), late]).then(draw);
  // What the visitor waits for comes first.
  void begun.finally(() => void keepOffline());
}
