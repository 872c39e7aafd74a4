<?php
// Publishes what is read from standard input as a post of the author, who may write no HTML but what WordPress lets
// through, and writes its number. Arguments: where the blog is (host and port), the title.
$_SERVER['HTTP_HOST'] = $argv[1];
require __DIR__ . '/wp-load.php';
wp_set_current_user( get_user_by( 'login', 'author' )->ID );
if ( current_user_can( 'unfiltered_html' ) ) {
	fwrite( STDERR, 'the author may write any HTML' );
	exit( 1 );
}
kses_init();
$post = wp_insert_post(
	wp_slash(
		array(
			'post_title'   => $argv[2],
			'post_content' => stream_get_contents( STDIN ),
			'post_status'  => 'publish',
		)
	),
	true
);
if ( is_wp_error( $post ) ) {
	fwrite( STDERR, $post->get_error_message() );
	exit( 1 );
}
echo $post;
