/**
 * HTTP servers on a machine of the user's: limits, and errors as sentences. Read {@link
 * culturalalien.io.server.HttpServer} first, then {@link culturalalien.io.server.Bodies} and {@link
 * culturalalien.io.server.Answers}.
 */
package culturalalien.io.server;
