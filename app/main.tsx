// The look that panels build on comes before their own, whichever panel is named first.
import './components/common/button.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { keepOffline } from './offline';
import { engine } from './store/engine';

createRoot(document.getElementById('root')!).render(<App />);
// What the visitor waits for comes first.
void engine.begin().finally(() => void keepOffline());
