/** The design's tokens as literals: mail clients know no CSS variables. */
export const mailColours = {
  canvas: '#f9fafb',
  surface: '#ffffff',
  border: '#e1e4e6',
  text: '#15181e',
  muted: '#565b63',
  accent: '#007677',
  onAccent: '#fcfcfc',
}

export const mailColoursDark: typeof mailColours = {
  canvas: '#0f1113',
  surface: '#181a1d',
  border: '#2c2f34',
  text: '#f2f4f5',
  muted: '#a7adb4',
  accent: '#48cfc8',
  onAccent: '#061414',
}
