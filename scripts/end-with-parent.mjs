// Loaded into the web process: it stops, as on SIGTERM, when the server that started it is gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
