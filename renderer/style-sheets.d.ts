/** What Vite makes of a style sheet that a module asks for. */
declare module '*.css'
