export function mcpRoute(): void {}
