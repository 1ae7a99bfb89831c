export function memoRoutes(): void {}
