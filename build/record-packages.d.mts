export function packageFolderOf(id: string): string | undefined
