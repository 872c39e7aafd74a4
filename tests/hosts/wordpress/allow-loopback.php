<?php
// WordPress asks no address of its own machine, lest readers make it ask what is meant for the machine alone. The
// atlas of a test is there.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	function ( $ports ) {
		return array_merge( $ports, array( (int) getenv( 'RUSTSCAPE_ATLAS_PORT' ) ) );
	}
);
