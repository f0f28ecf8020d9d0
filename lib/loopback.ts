/** Whether a host name or address can only be reached from this machine. */
export const isLoopbackHost = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\]|.+\.localhost)$/i.test(host)
