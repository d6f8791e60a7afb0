/** Package entry `cmml-explorable`: everything of `./data` and `./model` (`docs/library.md`). */
export * from './data';
export * from './model';
