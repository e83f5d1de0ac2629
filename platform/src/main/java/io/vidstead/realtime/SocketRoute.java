package io.vidstead.realtime;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.accounts.Identity;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import io.vidstead.kernel.http.ProblemAnswers;
import io.vidstead.kernel.http.SiteOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /ws}: the handshake, which is where a socket is refused, while there still are statuses. */
@ApplicationScoped
class SocketRoute {

    static final String PATH = "/ws";

    private static final Logger LOG = Logger.getLogger(SocketRoute.class);
    private static final int BEFORE_RESOURCES = 5;

    private final Realtime realtime;
    private final Tickets tickets;
    private final SiteOrigin site;
    private final ProblemAnswers problems;
    private final boolean wanted;

    SocketRoute(Realtime realtime, Tickets tickets, SiteOrigin site, ProblemAnswers problems, Settings settings) {
        this.realtime = realtime;
        this.tickets = tickets;
        this.site = site;
        this.problems = problems;
        this.wanted = settings.roles().contains(ServerRole.REALTIME);
    }

    void register(@Observes Router router) {
        if (wanted) {
            router.get(PATH).order(BEFORE_RESOURCES).handler(this::handle);
        }
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String network = ClientAddress.network(ClientAddress.of(context));
        try {
            if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
                throw Problem.caller("upgrade_required", "This address takes WebSockets.")
                        .status(426);
            }
            if (!site.isOwn(request)) {
                throw Problem.forbidden("cross_site", "Sockets are only opened from this site's own pages.");
            }
            realtime.sockets().reserve(network);
        } catch (Problem problem) {
            problems.send(context, problem);
            return;
        }
        String ticket = request.getParam("ticket");
        if (ticket == null) {
            upgrade(context, network, null);
        } else {
            redeem(context, network, ticket);
        }
    }

    private void redeem(RoutingContext context, String network, String ticket) {
        context.request().pause();
        Context loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("realtime-ticket-", 0).start(() -> {
            Problem refused;
            try {
                Optional<Identity> identity = tickets.redeem(ticket);
                if (identity.isPresent()) {
                    loop.runOnContext(_ -> upgrade(context, network, identity.get()));
                    return;
                }
                refused = Problem.unauthenticated("invalid_ticket", "The ticket is not valid, or no longer.");
            } catch (RuntimeException e) {
                LOG.warnf("a ticket could not be looked up: %s", e.getMessage());
                refused = Problem.unavailable("realtime_away", "Not available at the moment.", Sockets.COME_BACK);
            }
            Problem problem = refused;
            realtime.sockets().release(network);
            loop.runOnContext(_ -> {
                context.request().resume();
                problems.send(context, problem);
            });
        });
    }

    private void upgrade(RoutingContext context, String network, @Nullable Identity identity) {
        EventLoop loop = ((ContextInternal) context.vertx().getOrCreateContext()).nettyEventLoop();
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    UpgradedRequest.ended(context.request());
                    ChannelHandlerContext wire =
                            ((ConnectionBase) context.request().connection()).channelHandlerContext();
                    open(socket, new Connection(socket, wire, loop, network, identity));
                })
                .onFailure(e -> {
                    LOG.debugf("a handshake failed: %s", e.getMessage());
                    realtime.sockets().release(network);
                });
    }

    private void open(ServerWebSocket socket, Connection connection) {
        Conversation conversation = realtime.conversation();
        Realtime listened = realtime.itself();
        socket.textMessageHandler(text -> conversation.received(connection, text));
        socket.binaryMessageHandler(_ -> connection.close(CloseCode.UNSUPPORTED));
        socket.pongHandler(_ -> connection.heard());
        socket.closeHandler(_ -> listened.gone(connection));
        socket.exceptionHandler(e -> {
            LOG.debugf("a socket broke: %s", e.getMessage());
            connection.close(CloseCode.of(e));
        });
        realtime.opened(connection);
    }
}
