import 'react';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- as React declares it
  interface SVGAttributes<T> {
    /** A translation wraps text in HTML elements, which a drawing does not show. */
    translate?: 'yes' | 'no';
  }
}
