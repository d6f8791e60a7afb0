import { createRoot } from 'react-dom/client';
import { App } from './App';
import { engine } from './store/engine';

createRoot(document.getElementById('root')!).render(<App />);
void engine.begin();
