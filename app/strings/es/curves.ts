import type { curves as en } from '../en/curves';

const NAMES: Record<string, string> = {
  'recall@20': 'Recall@20 en validación',
  mae: 'Error absoluto medio en validación, en estrellas',
};

export const curves: typeof en = {
  label: 'Pérdida de entrenamiento y calidad en validación, según las tareas vistas',
  loss: 'Pérdida de entrenamiento',
  lossSmooth: 'Pérdida de entrenamiento, suavizada',
  at: (tasks) => `en ${Math.round(tasks).toLocaleString('es')}:`,
  heldOut: (metric) => NAMES[metric] ?? `${metric} en validación`,
  heldOutWaiting: 'Calidad en validación: se mide cada pocos pasos',
  validation:
    'Validación: géneros y personas apartados del metaentrenamiento. Esta página no entrena con ellos; el metatest queda para el laboratorio.',
  seen: 'El modelo que trae la página, del que parte este entrenamiento, también se entrenó con ellos, así que esta curva lo favorece. Tras reiniciar, no.',
  tasksSeen: 'tareas vistas',
  scrubber: 'Tiempo: rebobina todos los paneles hasta un punto de control',
  scrubberEmpty:
    'Los puntos de control se reúnen aquí mientras se entrena; después se pueden rebobinar todos los paneles.',
  atStep: (step) => `punto de control del paso ${step.toLocaleString('es')}`,
  continueHere: 'Seguir entrenando desde aquí',
  playHistory: 'Reproducir la historia',
  stopHistory: 'Detener',
  newest: 'Lo último',
};
