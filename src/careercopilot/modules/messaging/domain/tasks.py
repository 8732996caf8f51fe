"""The names under which workers know what messaging wants done."""

DELIVER_MAIL = "messaging.deliver-mail"
ANNOUNCE = "messaging.announce"
