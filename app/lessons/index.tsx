import { useEffect, useRef, useState } from 'react';
import { Check } from 'lucide-react';
import { useApp } from '../store';
import { useLaterStrings } from '../strings/later';
import { LESSONS } from './all';
import { FlowMap } from './FlowMap';
import { anchorOf, LessonSection } from './LessonSection';
import './lessons.css';
import { loadTexts, type LessonTexts } from './texts';

const DONE_KEY = 'cmml.lessons';

/** Lessons done on this machine; forgotten where storage is blocked. */
function rememberedDone(): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(DONE_KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

function remember(done: ReadonlySet<string>): void {
  try {
    localStorage.setItem(DONE_KEY, JSON.stringify([...done]));
  } catch {
    // Storage is blocked or full: the ticks last as long as the page is open.
  }
}

/** The article below the workbench: ten lessons in a reading column. */
export default function Lessons() {
  const strings = useLaterStrings().lessons;
  const language = useApp((state) => state.language);
  const opened = useApp((state) => state.lesson);
  const setLesson = useApp((state) => state.setLesson);
  const [texts, setTexts] = useState<LessonTexts | null>(null);
  const [done, setDone] = useState(rememberedDone);
  const [active, setActive] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    void loadTexts[language]().then((loaded) => !gone && setTexts(loaded));
    return () => {
      gone = true;
    };
  }, [language]);
  /** Opened by a press on this page, which has scrolled to where it should be: no link was followed. */
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (!opened || !texts || pressed.current === opened) return;
    document.getElementById(anchorOf(opened))?.scrollIntoView();
  }, [opened, texts]);

  if (!texts) return null;
  const finish = (id: string): void =>
    setDone((before) => {
      const after = new Set(before).add(id);
      remember(after);
      return after;
    });
  const open = (id: string): void => {
    pressed.current = id;
    setLesson(id);
  };
  const count = LESSONS.filter(({ id }) => done.has(id)).length;
  return (
    <article className="lessons" lang={language}>
      <FlowMap />
      <header>
        <h2>{strings.title}</h2>
        <p>{strings.intro}</p>
        <nav aria-label={strings.contents}>
          <ol>
            {LESSONS.map(({ id }) => (
              <li key={id}>
                <a
                  href={`#${anchorOf(id)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    open(id);
                    document.getElementById(anchorOf(id))?.scrollIntoView();
                  }}
                >
                  {texts[id].title}
                </a>
                {done.has(id) && <Check size={14} aria-label={strings.doneLabel} />}
              </li>
            ))}
          </ol>
          <p className="lessons-progress">{strings.progress(count, LESSONS.length)}</p>
        </nav>
      </header>
      {LESSONS.map((lesson, index) => (
        <LessonSection
          key={lesson.id}
          lesson={lesson}
          text={texts[lesson.id]}
          number={index + 1}
          isActive={active === lesson.id}
          onActive={setActive}
          onDone={finish}
          onOpen={open}
        />
      ))}
    </article>
  );
}
